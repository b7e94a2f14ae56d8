using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using FlowEngine.Conversations;
using FlowEngine.NodeTypes;
using FlowEngine.Text;

namespace FlowEngine.SampleExtension;

/// <summary>The node's <c>data</c>. Members are written in snake_case: <c>opens_at</c>.</summary>
public sealed record OpeningHoursConfiguration : IValidatedConfiguration, ISayingConfiguration
{
    [Description("The hour of the day at which the shop opens.")]
    [Range(0, 23)]
    public required int OpensAt { get; init; }

    [Description("The hour of the day at which it closes.")]
    [Range(1, 24)]
    public required int ClosesAt { get; init; }

    [Description("Sent while the shop is closed.")]
    public LocalizedTemplate? ClosedMessage { get; init; }

    /// <summary>Rules that span several members; everything else is checked from the attributes.</summary>
    public IEnumerable<ConfigurationFault> Validate() => OpensAt < ClosesAt
        ? []
        : [new("/closes_at", $"'closes_at' ({ClosesAt}) must be later than 'opens_at' ({OpensAt}).", "Give a later hour.")];

    /// <summary>Lets the checker find turns that end without a message to the user.</summary>
    Saying ISayingConfiguration.Says => ClosedMessage is null ? Saying.Never : Saying.Sometimes;
}

[NodeType("opening_hours", NodeCategory.Common,
    Summary = "Goes on at 'open' or 'closed', by the time of day in the tenant's time zone.",
    Sets = ["opens_at:number"])]
[Port("open")]
[Port("closed")]
public sealed class OpeningHoursNode : Node<OpeningHoursConfiguration>
{
    private const int Open = 0;
    private const int Closed = 1;

    protected override ValueTask<NodeResult> RunAsync(
        OpeningHoursConfiguration configuration, NodeContext context, CancellationToken cancellationToken)
    {
        var hour = TimeZoneInfo.ConvertTime(context.Turn.Now, context.Scope.TimeZone).Hour;
        var isOpen = hour >= configuration.OpensAt && hour < configuration.ClosesAt;
        return Now(NodeResult.Continue(isOpen ? Open : Closed) with
        {
            Sets = [new Assignment(AssignmentScope.Walk, "opens_at", Value.Of(configuration.OpensAt))],
            Messages = !isOpen && configuration.ClosedMessage is { } closed ? [context.NewMessage(closed.Render(context.Scope))] : [],
        });
    }
}
