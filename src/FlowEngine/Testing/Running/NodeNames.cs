using FlowEngine.Compiling;

namespace FlowEngine.Testing.Running;

/// <summary>How scripts and reports name nodes.</summary>
internal static class NodeNames
{
    /// <summary>By id or label; in a flow that another one called, also as <c>flow/id</c>.</summary>
    public static bool Names(Step step, string text) =>
        text == step.Id || text == step.Settings.Label || text == $"{step.Traced.Flow}/{step.Id}";

    /// <summary>The label with the id, or the type with the id.</summary>
    public static string Of(Step step) => $"{step.Settings.Label ?? step.Type.Name} ({step.Id})";
}
