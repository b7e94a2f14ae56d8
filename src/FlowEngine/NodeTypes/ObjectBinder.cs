using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization;
using FlowEngine.Text;

namespace FlowEngine.NodeTypes;

/// <summary>
/// Binds a JSON object to a record member by member, so that every fault is found and has its place; System.Text.Json alone stops at the first.
/// </summary>
internal static class ObjectBinder
{
    public static IEnumerable<string> MemberNames(Type type) => Members(type).Select(NameOf);

    /// <param name="isKnownElsewhere">Members of the JSON that are no fault though the record lacks them.</param>
    /// <param name="isSkipped">Members of the record that are not read here.</param>
    /// <returns>Null where a member is missing or wrong.</returns>
    public static object? Bind(
        Type type,
        JsonElement element,
        string pointer,
        List<ConfigurationFault> faults,
        Func<string, bool> isKnownElsewhere,
        Func<string, bool> isSkipped)
    {
        var before = faults.Count(fault => fault.IsError);
        var instance = Activator.CreateInstance(type)!;
        var members = Members(type).ToDictionary(NameOf, StringComparer.Ordinal);
        var given = Given(element);
        var unknown = given.Keys
            .Where(name => !members.ContainsKey(name) && !isKnownElsewhere(name))
            .Select(name => new UnknownMember(name, Spelling.Nearest(name, members.Keys)))
            .ToList();
        foreach (var (name, property) in members)
        {
            if (isSkipped(name))
            {
                continue;
            }

            if (!given.TryGetValue(name, out var json) || LenientJson.IsAbsent(json))
            {
                if (IsRequired(property) && !unknown.Exists(member => member.Near == name))
                {
                    faults.Add(new($"{pointer}/{name}", $"'{name}' is missing.", $"Give '{name}' a value."));
                }

                continue;
            }

            var value = BindValue(property.PropertyType, json, $"{pointer}/{name}", faults);
            if (value is not null)
            {
                property.SetValue(instance, value);
                CheckRange(property, value, $"{pointer}/{name}", name, faults);
            }
        }

        foreach (var (name, near) in unknown)
        {
            var isAbsent = near is not null && !given.ContainsKey(near);
            var isMissing = near is not null && !isSkipped(near) && IsRequired(members[near]) && (isAbsent || LenientJson.IsAbsent(given[near]));
            faults.Add(new(
                $"{pointer}/{name}",
                isMissing ? $"'{name}' is not read here, and '{near}' is missing." : $"'{name}' is not read here.",
                near is null ? $"Remove it, or use one of: {string.Join(", ", members.Keys)}." : $"Did you mean '{near}'?",
                IsError: isMissing)
            { MeantMember = isAbsent && name.AsSpan().IndexOfAny('/', '~') < 0 ? near : null });
        }

        return faults.Count(fault => fault.IsError) == before ? instance : null;
    }

    private static bool IsRequired(PropertyInfo property) => property.IsDefined(typeof(RequiredMemberAttribute));

    private static Dictionary<string, JsonElement> Given(JsonElement element)
    {
        var given = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        if (element.ValueKind == JsonValueKind.Object)
        {
            foreach (var member in element.EnumerateObject())
            {
                given[member.Name] = member.Value;
            }
        }

        return given;
    }

    /// <returns>Null where the value is wrong.</returns>
    public static object? BindValue(Type type, JsonElement json, string pointer, List<ConfigurationFault> faults)
    {
        if (type == typeof(Condition))
        {
            return BindCondition(json, pointer, faults);
        }

        if (ListItem(type) is { } item)
        {
            return BindList(item, json, pointer, faults);
        }

        if (IsConfigurationPart(type))
        {
            if (json.ValueKind != JsonValueKind.Object)
            {
                faults.Add(new(pointer, $"An object is expected here, not {LenientJson.Describe(json)}.", "Write it as { ... }."));
                return null;
            }

            return Bind(type, json, pointer, faults, _ => false, _ => false);
        }

        try
        {
            return json.Deserialize(type, LenientJson.Options);
        }
        catch (JsonException fault)
        {
            faults.Add(new(pointer + LenientJson.PointerOf(fault.Path), LenientJson.Explain(fault, type, json), LenientJson.FixFor(type)) { Code = LenientJson.CodeFor(type) });
            return null;
        }
    }

    private static Condition? BindCondition(JsonElement json, string pointer, List<ConfigurationFault> faults)
    {
        if (Condition.TryParse(json, out var condition, out var errors))
        {
            return condition;
        }

        faults.AddRange(errors.Select(error => new ConfigurationFault(
            pointer + error.Pointer,
            $"The condition cannot be read: {error.Message}.",
            "Write it as { left, op, right }, or as a group { all: [...] } or { any: [...] }.")
        { Code = "condition_invalid" }));
        return null;
    }

    private static Array? BindList(Type item, JsonElement json, string pointer, List<ConfigurationFault> faults)
    {
        if (json.ValueKind != JsonValueKind.Array)
        {
            faults.Add(new(pointer, $"A list is expected here, not {LenientJson.Describe(json)}.", "Write it as [ ... ]."));
            return null;
        }

        var list = Array.CreateInstance(item, json.GetArrayLength());
        var index = 0;
        foreach (var element in json.EnumerateArray())
        {
            if (element.ValueKind == JsonValueKind.Null)
            {
                faults.Add(new($"{pointer}/{index}", "The entry is null.", "Remove it, or give it a value."));
            }
            else if (BindValue(item, element, $"{pointer}/{index}", faults) is { } value)
            {
                list.SetValue(value, index);
            }

            index++;
        }

        return list;
    }

    private static Type? ListItem(Type type) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>) ? type.GetGenericArguments()[0] : null;

    /// <summary>A record that is bound member by member: one without a converter of its own.</summary>
    public static bool IsConfigurationPart(Type type) =>
        type is { IsClass: true, IsGenericType: false }
        && type != typeof(string)
        && !type.IsDefined(typeof(JsonConverterAttribute))
        && type.GetConstructor(Type.EmptyTypes) is not null;

    private static void CheckRange(PropertyInfo property, object value, string pointer, string name, List<ConfigurationFault> faults)
    {
        foreach (var rule in property.GetCustomAttributes<ValidationAttribute>())
        {
            if (!rule.IsValid(value))
            {
                faults.Add(new(pointer, rule.FormatErrorMessage(name), "Change the value."));
            }
        }
    }

    private static IEnumerable<PropertyInfo> Members(Type type) =>
        type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.SetMethod is not null);

    /// <param name="Near">The member that was probably meant.</param>
    private readonly record struct UnknownMember(string Name, string? Near);

    private static string NameOf(PropertyInfo property) => JsonNamingPolicy.SnakeCaseLower.ConvertName(property.Name);
}
