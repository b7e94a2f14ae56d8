using System.Globalization;
using FlowEngine.Chat.Refusals;
using FlowEngine.NodeTypes;
using Microsoft.Extensions.Primitives;

namespace FlowEngine.Api.Bodies;

/// <summary>What an endpoint takes as its query.</summary>
internal sealed class KnownQuery(IReadOnlyList<KnownParameter> parameters)
{
    public IReadOnlyList<KnownParameter> Needed { get; } = [.. parameters.Where(parameter => parameter.IsNeeded)];

    public IEnumerable<FieldError> Faults(IQueryCollection query)
    {
        foreach (var (name, values) in query)
        {
            if (parameters.FirstOrDefault(one => one.Name.Equals(name, StringComparison.OrdinalIgnoreCase)) is not { } parameter)
            {
                yield return new(Shown(name), "unknown_parameter", Unknown(Shown(name)));
            }
            else if (parameter.Fault(values) is { } fault)
            {
                yield return fault;
            }
        }

        foreach (var missing in Needed.Where(one => !query.TryGetValue(one.Name, out var value) || string.IsNullOrEmpty(value)))
        {
            yield return new(missing.Name, "missing", $"'{missing.Name}' is missing.");
        }
    }

    private string Unknown(string name) =>
        parameters.Count == 0 ? $"'{name}' is not known: this address takes no query."
        : Spelling.Nearest(name, parameters.Select(one => one.Name)) is { } near ? $"'{name}' is not known. Did you mean '{near}'?"
        : $"'{name}' is not known; known are {string.Join(", ", parameters.Select(one => one.Name))}.";

    private static string Shown(string name) => name.Replace('\0', '?');
}

/// <param name="Type">Without its nullability.</param>
/// <param name="IsNeeded">A request without it is refused.</param>
internal sealed record KnownParameter(string Name, Type Type, bool IsNeeded)
{
    private static readonly Dictionary<Type, (Func<string, bool> Reads, string Expected)> s_types = new()
    {
        [typeof(string)] = (_ => true, "text"),
        [typeof(string[])] = (_ => true, "text"),
        [typeof(bool)] = (text => bool.TryParse(text, out _), "true or false"),
        [typeof(int)] = (text => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _), "a whole number"),
        [typeof(long)] = (text => long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _), "a whole number"),
        [typeof(Guid)] = (text => Guid.TryParse(text, out _), "an id, as the service gave it"),
        [typeof(DateTimeOffset)] = (
            text => DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AllowWhiteSpaces, out _), "a time such as 2027-01-31T00:00:00Z"),
    };

    public static bool CanRead(Type type) => s_types.ContainsKey(Nullable.GetUnderlyingType(type) ?? type);

    public FieldError? Fault(StringValues values)
    {
        var (reads, expected) = s_types[Type];
        return values.Count > 1 && Type != typeof(string[]) ? new(Name, "repeated", $"'{Name}' is given {values.Count} times: give it once.")
            : values.All(value => (value is { Length: 0 } && !IsNeeded && Type == typeof(string)) || reads(value ?? ""))
                ? null
                : new(Name, "invalid", $"'{Name}' must be {expected}.");
    }
}
