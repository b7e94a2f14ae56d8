namespace FlowEngine.Comparing.Coverage;

/// <summary>An intent that need not be found: a conversation in which the user says one of the words is of it.</summary>
/// <param name="Words">Folded as text is; <c>sipariş</c> is met by <c>Siparişim</c>.</param>
public sealed record KnownIntent(string Name, IReadOnlyList<string> Words);
