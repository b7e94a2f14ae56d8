namespace FlowEngine.Comparing.Ladder.Entities;

/// <param name="Rest">The text without them.</param>
internal sealed record FoundEntities(IReadOnlyList<Entity> All, string Rest)
{
    public IReadOnlyList<string> Of(string kind) =>
        [.. All.Where(entity => entity.Kind == kind).Select(entity => entity.Key).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
}
