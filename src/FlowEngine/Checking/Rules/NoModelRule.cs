namespace FlowEngine.Checking.Rules;

/// <summary>A tenant may require that a model answers in each of its flows.</summary>
internal sealed class NoModelRule : ICheckRule
{
    public IEnumerable<Finding> Check(FlowModel model)
    {
        if (!model.Context.WantsModel || model.Modules.Any(module => module.Nodes.Values.Any(node => node.Type?.AnswersByModel == true)))
        {
            yield break;
        }

        var types = model.Context.Registry.All.Where(type => type.AnswersByModel).Select(type => type.Name).ToList();
        yield return Finding.Warning(
            "no_ai_response",
            null,
            "/drawflow",
            $"No node answers by a model, which the tenant's directive {CheckContext.ModelDirective} requires.",
            types.Count > 0 ? $"Add a node of the type {string.Join(" or ", types)}, or switch the directive off." : "Switch the directive off.");
    }
}
