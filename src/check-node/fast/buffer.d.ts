// The types of Node leave out what its own toString is made of, which costs less to call.
interface Buffer {
  latin1Slice(start: number, end: number): string;
  utf8Slice(start: number, end: number): string;
}
