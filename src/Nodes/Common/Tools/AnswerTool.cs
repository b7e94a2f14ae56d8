namespace FlowEngine.Nodes.Common.Tools;

/// <summary>What the model may do before it answers.</summary>
public enum AnswerTool
{
    SearchProducts,
    GetProduct,
    SearchKnowledge,
    SaveLead,
}
