namespace FlowEngine.Moving.Rules;

/// <summary>What a rule made of a row.</summary>
/// <param name="Draft">Null where the row is refused.</param>
/// <param name="Refusal">A code of <see cref="MovingCodes"/>.</param>
/// <param name="Notes">Codes of what was carried otherwise than it stood, or is wrong in the source.</param>
public sealed record Carried<T>(T? Draft, string? Refusal, IReadOnlyList<string> Notes)
    where T : class
{
    public static Carried<T> Refused(string code) => new(null, code, []);

    public static Carried<T> As(T draft, params IReadOnlyList<string> notes) => new(draft, null, notes);
}
