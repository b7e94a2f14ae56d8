namespace FlowEngine.Checking.Satisfiability;

/// <summary>What the values of a class have in common. The comparisons cannot tell them apart, or only in ways that are not modelled.</summary>
internal enum ValueClassKind
{
    /// <summary>One value: null, true, an empty list...</summary>
    Exact,

    /// <summary>Numbers between two neighbouring bounds; in comparisons of numbers, one represents all.</summary>
    Numbers,

    /// <summary>Texts with this folded form, including the marks that change the meaning.</summary>
    FoldedText,

    /// <summary>Texts that are not empty but fold to nothing: blanks, "?".</summary>
    MarksOnly,

    /// <summary>All other texts.</summary>
    OtherText,

    /// <summary>Lists with items.</summary>
    List,

    /// <summary>Objects with members.</summary>
    Object,
}
