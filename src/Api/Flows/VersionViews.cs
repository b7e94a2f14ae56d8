using System.ComponentModel.DataAnnotations;

namespace FlowEngine.Api.Flows;

/// <param name="Equal">Nothing differs in meaning.</param>
public sealed record FlowDifferenceView(string Name, int From, int To, bool Equal, IReadOnlyList<FlowChangeView> Changes);

/// <param name="Waiting">A conversation that waits in a sub-flow of the same flow counts at each of its places.</param>
public sealed record FlowImpactView(string Name, int Version, int Waiting, IReadOnlyList<WaitingPlaceView> Places);

/// <summary>A node that conversations wait at, or that called the sub-flow in which they wait.</summary>
/// <param name="Version">The one that their walks are pinned to.</param>
/// <param name="Type">There; null where that version has no such node.</param>
/// <param name="Change"><c>same</c>, <c>gone</c> or <c>retyped</c> in the version that was asked for.</param>
/// <param name="NewType">Only where it is retyped.</param>
public sealed record WaitingPlaceView(
    int Version,
    string Module,
    string NodeId,
    string? Type,
    string? Label,
    int Conversations,
    [property: AllowedValues("same", "gone", "retyped")] string Change,
    string? NewType);
