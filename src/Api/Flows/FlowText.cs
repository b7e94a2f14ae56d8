namespace FlowEngine.Api.Flows;

/// <summary>Names of the texts that a change of a flow's versions may come with.</summary>
internal static class FlowText
{
    public const string Note = "note";
    public const string Override = "override";
}
