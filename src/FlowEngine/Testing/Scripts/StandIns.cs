using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.RegularExpressions;
using FlowEngine.Conversations;

namespace FlowEngine.Testing.Scripts;

/// <summary>
/// What answers in the place of the world. Of each list the first entry that fits answers, as often as <c>times</c> says; where none fits,
/// the offline model answers, and an HTTP call is taken with 204 and not sent.
/// </summary>
public sealed record StandIns
{
    public IReadOnlyList<ModelStandIn> Model { get; init; } = [];

    public IReadOnlyList<HttpStandIn> Http { get; init; } = [];

    public IReadOnlyList<NodeStandIn> Nodes { get; init; } = [];

    [Description("No product and no passage is found; the categories are as they are.")]
    public bool EmptyCatalog { get; init; }
}

public sealed record ModelStandIn
{
    [Description("Fits where the user's message has this text.")]
    public string? Contains { get; init; }

    [Description("Fits where the user's message has a match of this regular expression.")]
    public Regex? Matches { get; init; }

    [Description("What the model answers.")]
    public string? Answer { get; init; }

    [Description("In the place of an answer: the failure code, such as model_timeout.")]
    public string? Fails { get; init; }

    [Description("How many times it may answer; without it always.")]
    [Range(1, 10_000)]
    public int? Times { get; init; }
}

public sealed record HttpStandIn
{
    [Description("Fits where the URL is this text; a * stands for anything. Without it every URL.")]
    public string? Url { get; init; }

    [Description("Fits where this is the method. Without it every method.")]
    public string? Method { get; init; }

    [Description("Fits where the request's body has this text.")]
    public string? Contains { get; init; }

    [Range(100, 599)]
    public int Status { get; init; } = 200;

    [Description("The answer's JSON; a text is taken as plain text.")]
    public Value Body { get; init; }

    [Description("In the place of an answer: the failure code, such as outgoing_timeout.")]
    public string? Fails { get; init; }

    [Description("How many times it may answer; without it always.")]
    [Range(1, 10_000)]
    public int? Times { get; init; }
}

/// <summary>A node that fails instead of running.</summary>
public sealed record NodeStandIn
{
    [Description("The node's id or label.")]
    public required string Node { get; init; }

    [Description("The failure code.")]
    public string Fails { get; init; } = FailureCodes.NodeFailed;

    [Description("How many times it fails; without it always.")]
    [Range(1, 10_000)]
    public int? Times { get; init; }
}
