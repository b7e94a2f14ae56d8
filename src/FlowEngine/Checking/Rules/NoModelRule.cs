namespace FlowEngine.Checking.Rules;

/// <summary>A tenant may ask that a model answers in each of its flows.</summary>
internal sealed class NoModelRule : ICheckRule
{
    private const string Answering = "ai_response";

    public IEnumerable<Finding> Check(FlowModel model)
    {
        if (model.Context.WantsModel && !model.Modules.Any(module => module.Nodes.Values.Any(node => node.Source.Type == Answering)))
        {
            yield return Finding.Warning(
                "no_ai_response",
                null,
                "/drawflow",
                $"No node is an {Answering}, and the tenant's directive {CheckContext.ModelDirective} asks for one.",
                $"Let an {Answering} answer, or switch the directive off.");
        }
    }
}
