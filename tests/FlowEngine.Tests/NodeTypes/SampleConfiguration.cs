using System.ComponentModel.DataAnnotations;
using FlowEngine.Conversations;
using FlowEngine.NodeTypes;

namespace FlowEngine.Tests.NodeTypes;

internal enum SampleKind
{
    Plain,
    VeryFancy,
}

internal sealed record SampleItem
{
    public required string Name { get; init; }

    [Range(1, 5)]
    public int Level { get; init; } = 1;
}

/// <summary>Every kind of member that a configuration may have.</summary>
internal sealed record SampleConfiguration : IValidatedConfiguration
{
    public required string Title { get; init; }

    [Range(1, 10)]
    public int Limit { get; init; } = 3;

    public long? Big { get; init; }

    public double? Share { get; init; }

    [Range(0, 100)]
    public decimal? Price { get; init; }

    public bool IsOn { get; init; }

    public SampleKind Kind { get; init; }

    public Value Free { get; init; }

    public IReadOnlyList<string> Words { get; init; } = [];

    public IReadOnlyList<SampleItem> Items { get; init; } = [];

    public SampleItem? One { get; init; }

    public IReadOnlyDictionary<string, string> Map { get; init; } = new Dictionary<string, string>();

    public IEnumerable<ConfigurationFault> Validate()
    {
        if (Title == "forbidden")
        {
            yield return new("/title", "It is forbidden.", "Use another.");
        }
    }
}
