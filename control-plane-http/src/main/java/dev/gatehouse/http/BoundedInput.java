package dev.gatehouse.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Ends in an exception instead of giving more bytes than allowed; counts them unpacked. */
final class BoundedInput extends FilterInputStream {
  private final long most;
  private long left;

  BoundedInput(InputStream in, long most) {
    super(in);
    this.most = most;
    this.left = most;
  }

  @Override
  public int read() throws IOException {
    int value = in.read();
    if (value >= 0) {
      count(1);
    }
    return value;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    int got = in.read(target, offset, length);
    if (got > 0) {
      count(got);
    }
    return got;
  }

  @Override
  public boolean markSupported() {
    return false;
  }

  private void count(int got) throws TooLargeException {
    left -= got;
    if (left < 0) {
      throw new TooLargeException(most);
    }
  }

  /** More bytes than allowed. */
  static final class TooLargeException extends IOException {
    private static final long serialVersionUID = 1L;

    TooLargeException(long most) {
      super("the answer is longer than " + most + " bytes");
    }
  }
}
