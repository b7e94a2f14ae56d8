using FlowEngine.Conversations;
using FlowEngine.NodeTypes;

namespace FlowEngine.Running;

internal static class RecordingPorts
{
    /// <summary>The ports, with every answer noted.</summary>
    public static TurnPorts Over(TurnPorts ports, NodeContext context, List<OutsideAnswer> answers)
    {
        var noted = new OutsideAnswers(context, answers);
        return new(
            new RecordingCatalog(ports.Catalog, noted),
            new RecordingKnowledge(ports.Knowledge, noted),
            new RecordingHistory(ports.History, noted),
            ports.Models.Observed(noted.Note));
    }
}
