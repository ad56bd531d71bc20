import Foundation

/// `UA.txt` with forty made-up places, "Dobrynka 0" to "Dobrynka 39", and a `readme.txt`, packed by deflate
/// (Python's zipfile, level 9).
enum DeflatedZip {
  static let archive = Data(base64Encoded: text, options: .ignoreUnknownCharacters) ?? Data()

  private static let text = """
    UEsDBBQAAAAIAAAAIVjJiy05CgAAAAgAAAAKAAAAcmVhZG1lLnR4dPNNTElVKC3QAwBQSwMEFAAAAAgAAAAhWNMtiFxAAQAA
    rA0AAAYAAABVQS50eHSlljFOxDAUBWtzCi7A4v+dTeISCSoo0nAAkCgQEotWWqS9PbCN57W8KMWrZhqP7F7/vij3h9fj+fPj
    5bpylmnezaXV3Vq2sm1P5fmulFjK5Ytay8PpePh6u308v3+XrDnd1Pj9r/qFmgMVnB61DVRyetRpoBqnR90P1MTpUeeB2nN6
    1GWgZk6Pug7UwulR+0CtnBY1cPQ7p0fl0a+yPS7rCtkeF8dfHGZhgQDEYTYWSEAcZmWBCMRhdhbIQBxmaYEQxGG2FkhBHGZt
    yRa6bI+LFuhIs7fkZROyPS7vs5TtcdGCOMzeEi2Iw+wt0YI4zN4SLYjD7C3RgjjM3hItiMPsrbGFLtvjogU6mtlbQwviMHtr
    fN6lbI/LF2ST7XHRgjjM3hpaEIfZW0ML4jB7a2hBHGZvDS2Iw+xtYgtd9n+5P1BLAQIUAxQAAAAIAAAAIVjJiy05CgAAAAgA
    AAAKAAAAAAAAAAAAAACAAQAAAAByZWFkbWUudHh0UEsBAhQDFAAAAAgAAAAhWNMtiFxAAQAArA0AAAYAAAAAAAAAAAAAAIAB
    MgAAAFVBLnR4dFBLBQYAAAAAAgACAGwAAACWAQAAAAA=
    """
}
