namespace FlowEngine.Checking.Satisfiability;

/// <summary>A set of values that comparisons cannot tell apart, or can tell apart only in ways that are not known here.</summary>
internal enum ShapeKind
{
    /// <summary>One value: null, true, an empty list...</summary>
    Exact,

    /// <summary>Numbers between two neighbouring bounds; one of them stands for all in comparisons of numbers.</summary>
    Numbers,

    /// <summary>Texts whose folded form, with the signs that change what they say, is this one.</summary>
    FoldedText,

    /// <summary>Texts that are not empty, but fold to nothing: blanks, "?".</summary>
    MarksOnly,

    /// <summary>Any other texts.</summary>
    OtherText,

    /// <summary>Lists with items.</summary>
    List,

    /// <summary>Objects with members.</summary>
    Object,
}
