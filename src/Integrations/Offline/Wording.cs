using System.Collections.Frozen;

namespace FlowEngine.Integrations.Offline;

/// <summary>The sentences of the offline model in one language. Names, amounts and addresses come only from the caller.</summary>
internal sealed record Wording
{
    public required string Language { get; init; }

    /// <summary>Of dates without a time.</summary>
    public required string DateFormat { get; init; }

    public required string DecimalPoint { get; init; }

    public required SmallTalkWording SmallTalk { get; init; }

    public required ProductWording Products { get; init; }

    public required ComparisonWording Comparison { get; init; }

    public required ContactWording Contact { get; init; }

    public required string Source { get; init; }

    public required string NothingFound { get; init; }

    public required Func<string, string> NothingFoundIn { get; init; }

    public required string Unknown { get; init; }

    public required string NoData { get; init; }
}

/// <param name="Hello">Given the user's name, or nothing.</param>
/// <param name="HowCanIHelp">Given the tenant's name, or nothing.</param>
/// <param name="IAm">Given the assistant's name and the tenant's, each perhaps empty.</param>
internal sealed record SmallTalkWording(
    Func<string?, string> Hello,
    Func<string, string> HowCanIHelp,
    string IAmWell,
    Func<string, string, string> IAm,
    string WhatICanDo,
    string YouAreWelcome,
    string Goodbye);

internal sealed record ProductWording
{
    public required string Found { get; init; }

    public required Func<string, string> FoundIn { get; init; }

    /// <summary>Before the one product that is meant; given what names the category, or nothing.</summary>
    public required Func<string?, string> Cheapest { get; init; }

    public required Func<string?, string> Dearest { get; init; }

    public required string CheapestOfThese { get; init; }

    public required string DearestOfThese { get; init; }

    public required string CheapestInStock { get; init; }

    public required string DearestInStock { get; init; }

    public required Func<string, string, string> Between { get; init; }

    public required Func<string?, string> Prices { get; init; }

    public required string Others { get; init; }

    public required string OnRequest { get; init; }

    public required string InStock { get; init; }

    public required Func<int, string> LastItems { get; init; }

    public required string OutOfStock { get; init; }

    /// <summary>Given the amounts and the date of the rates.</summary>
    public required Func<string, string, string> Converted { get; init; }

    public required string Details { get; init; }

    public required string AskForPrice { get; init; }
}

/// <param name="Higher">Given an attribute's label.</param>
/// <param name="AttributeNames">Labels by the attribute's name without its unit.</param>
/// <param name="Units">By the ending of an attribute's name.</param>
/// <param name="Values">Words for values that are codes.</param>
internal sealed record ComparisonWording(
    string Intro,
    string Differences,
    string Common,
    string Advantages,
    string Cheaper,
    string InStock,
    Func<string, string> Higher,
    Func<string, string> Lower,
    string Yes,
    string No,
    FrozenDictionary<string, string> AttributeNames,
    FrozenDictionary<string, string> Units,
    FrozenDictionary<string, string> Values);

internal sealed record ContactWording(
    string Intro,
    string Sorry,
    string Offer,
    string None,
    string Phone,
    string WhatsApp,
    string Email,
    string Address,
    string Hours,
    string CallbackForm);
