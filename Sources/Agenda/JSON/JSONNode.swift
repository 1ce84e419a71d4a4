/// One value of a JSON text in the tape that holds them all; its size decides the speed of reading, hence the packing.
package struct JSONNode {
  package enum Kind: UInt8 {
    case null, falsehood, truth, number, text, list, object
    /// Left out since it lies too deep; readers see nothing there, the problem is reported once.
    case omitted
  }

  var kind: Kind
  /// The text lies in the tape's own buffer, since escapes had to be resolved, and not in the source.
  var isCopied = false
  /// A byte of the value in the source: its first, or of a scalar its last; always on the line where it ends.
  var offset: UInt32
  /// Of a text or number where it begins; of a list or object the index of the node after it.
  var start: UInt32 = 0
  /// Of a text or number its bytes; of a list its values; of an object its fields.
  var length: UInt32 = 0
  /// The list or object around it; itself at the top.
  var parent: UInt32
  /// Its place in the list around it.
  var ordinal: UInt32
}
