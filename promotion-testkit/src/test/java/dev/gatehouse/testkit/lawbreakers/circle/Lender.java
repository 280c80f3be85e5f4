package dev.gatehouse.testkit.lawbreakers.circle;

/** Uses the class that borrows its constant. */
final class Lender {
  static final Object LENT = new Object();
  final Borrower borrower = new Borrower();
}
