package dev.gatehouse.testkit.lawbreakers.circle;

/** Borrows a constant of the class that uses it. */
final class Borrower {
  Object borrowed() {
    return Lender.LENT;
  }
}
