using FlowEngine.Conversations;
using FlowEngine.NodeTypes;

namespace FlowEngine.Running;

internal static class RecordingPorts
{
    /// <summary>
    /// The ports, with what they answered noted. The history is not: messages are only ever added, so a replay reads it again up to its turn.
    /// </summary>
    public static TurnPorts Over(TurnPorts ports, NodeContext context, TurnBuilder made)
    {
        var noted = new OutsideAnswers(context, made.OutsideAnswers, made.ModelCalls);
        return new(
            new RecordingCatalog(ports.Catalog, noted),
            new RecordingKnowledge(ports.Knowledge, noted),
            ports.History,
            ports.Models.Without(context.Turn.Tenant.DisabledProviders).Observed(
                (request, reply) =>
                {
                    noted.Note(request, reply);
                    made.Hear(reply);
                },
                made.Spend))
        {
            Http = new RecordingHttp(ports.Http, noted),
            Effects = new RecordingEffects(ports.Effects, noted, context, made.OutsideEffects),
        };
    }
}
