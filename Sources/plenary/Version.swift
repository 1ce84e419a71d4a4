/// The program's version; a catalogue compiled by another version is compiled anew.
let programVersion = "0.1.0"
