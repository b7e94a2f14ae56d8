namespace FlowEngine.Conversations;

/// <param name="Name">By language.</param>
/// <param name="Synonyms">Words and phrases, in any language, that mean this category.</param>
public sealed record ProductCategory(long Id, string Slug, IReadOnlyDictionary<string, string> Name, IReadOnlyList<string> Synonyms);
