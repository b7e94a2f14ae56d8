using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using FlowEngine.Chat.Refusals;
using FlowEngine.NodeTypes;

namespace FlowEngine.Api.Bodies;

/// <summary>Holds JSON against the type that it is to become, and finds everything that is wrong.</summary>
internal static class BodyContract
{
    public static IReadOnlyList<FieldError> Faults(JsonElement json, JsonTypeInfo type)
    {
        List<FieldError> faults = [];
        Members(json, type, "", faults);
        return faults;
    }

    private static void Members(JsonElement json, JsonTypeInfo type, string path, List<FieldError> faults)
    {
        foreach (var member in json.EnumerateObject())
        {
            if (Find(type, member.Name) is not { } property)
            {
                faults.Add(Unknown(member.Name, type, path));
            }
            else if (member.Value.ValueKind != JsonValueKind.Null)
            {
                Member(member.Value, property, type, $"{path}/{BodyPointer.Escaped(member.Name)}", faults);
            }
            else if (!property.IsSetNullable && IsRequired(property))
            {
                faults.Add(Missing(property, path));
            }
        }

        foreach (var property in type.Properties.Where(property => IsRequired(property) && !json.TryGetProperty(property.Name, out _)))
        {
            faults.Add(Missing(property, path));
        }
    }

    private static void Member(JsonElement value, JsonPropertyInfo property, JsonTypeInfo of, string pointer, List<FieldError> faults)
    {
        if (Attribute<BodyRuleAttribute>(property) is { } rule)
        {
            faults.AddRange(rule.Faults(pointer, property.Name, value));
        }
        else if (Attribute<AllowedValuesAttribute>(property) is { } allowed)
        {
            if (value.ValueKind != JsonValueKind.String || !allowed.Values.Contains(value.GetString()))
            {
                faults.Add(new(pointer, "invalid", $"'{property.Name}' must be one of {string.Join(", ", allowed.Values)}."));
            }
        }
        else
        {
            Value(value, property.PropertyType, of, pointer, property.Name, faults);
        }
    }

    private static void Value(JsonElement value, Type declared, JsonTypeInfo of, string pointer, string name, List<FieldError> faults)
    {
        var type = Nullable.GetUnderlyingType(declared) ?? declared;
        if (type == typeof(JsonElement))
        {
            return;
        }

        var info = of.Options.GetTypeInfo(type);
        switch (info.Kind)
        {
            case JsonTypeInfoKind.Object when value.ValueKind == JsonValueKind.Object:
                Members(value, info, pointer, faults);
                break;
            case JsonTypeInfoKind.Enumerable when value.ValueKind == JsonValueKind.Array:
                foreach (var (index, item) in value.EnumerateArray().Index())
                {
                    Value(item, info.ElementType!, of, $"{pointer}/{index}", name, faults);
                }

                break;
            case JsonTypeInfoKind.Dictionary when value.ValueKind == JsonValueKind.Object:
                foreach (var member in value.EnumerateObject())
                {
                    Value(member.Value, info.ElementType!, of, $"{pointer}/{BodyPointer.Escaped(member.Name)}", $"{name}.{member.Name}", faults);
                }

                break;
            case JsonTypeInfoKind.Object:
                faults.Add(new(pointer, "wrong_type", $"'{name}' must be an object with any of {Names(info)}."));
                break;
            case JsonTypeInfoKind.Enumerable:
                faults.Add(new(pointer, "wrong_type", $"'{name}' must be a list{(info.ElementType == typeof(string) ? " of texts" : "")}."));
                break;
            case JsonTypeInfoKind.Dictionary:
                faults.Add(new(pointer, "wrong_type", $"'{name}' must be an object of {(info.ElementType == typeof(string) ? "texts" : "values")} by name."));
                break;
            default:
                if (Scalar(value, type, pointer, name) is { } fault)
                {
                    faults.Add(fault);
                }

                break;
        }
    }

    private static FieldError? Scalar(JsonElement value, Type type, string pointer, string name)
    {
        var isText = value.ValueKind == JsonValueKind.String;
        return type switch
        {
            _ when type == typeof(string) => isText ? null : WrongType("text"),
            _ when type == typeof(bool) => value.ValueKind is JsonValueKind.True or JsonValueKind.False ? null : WrongType("true or false"),
            _ when type == typeof(int) => IsNumber() && value.TryGetInt32(out _) ? null : WrongType("a whole number"),
            _ when type == typeof(long) => IsNumber() && value.TryGetInt64(out _) ? null : WrongType("a whole number"),
            _ when type == typeof(decimal) => IsNumber() && value.TryGetDecimal(out _) ? null : WrongType("a number"),
            _ when type == typeof(double) => IsNumber() && value.TryGetDouble(out var number) && double.IsFinite(number) ? null : WrongType("a number"),
            _ when type == typeof(Guid) => !isText ? WrongType("text")
                : Guid.TryParseExact(value.GetString(), "D", out _) ? null : new(pointer, "not_an_id", $"'{name}' must be an id, as the service gave it."),
            _ when type == typeof(DateTimeOffset) => isText && value.TryGetDateTimeOffset(out _)
                ? null
                : new(pointer, "invalid", $"'{name}' must be a time such as 2027-01-31T00:00:00Z."),
            _ => WrongType(type.Name),
        };

        bool IsNumber() => value.ValueKind == JsonValueKind.Number;

        FieldError WrongType(string expected) => new(pointer, "wrong_type", $"'{name}' must be {expected}.");
    }

    private static FieldError Unknown(string name, JsonTypeInfo type, string path)
    {
        var near = Spelling.Nearest(name, type.Properties.Select(property => property.Name)) is { } meant ? $" Did you mean '{meant}'?" : "";
        return new($"{path}/{BodyPointer.Escaped(name)}", "unknown_field", $"'{name}' is not known; known are {Names(type)}.{near}");
    }

    private static FieldError Missing(JsonPropertyInfo property, string path)
    {
        var allowed = Attribute<AllowedValuesAttribute>(property);
        return new(
            $"{path}/{property.Name}",
            Attribute<BodyRuleAttribute>(property)?.Missing ?? (allowed is null && property.PropertyType != typeof(DateTimeOffset) ? "missing" : "invalid"),
            allowed is null ? $"'{property.Name}' is missing." : $"'{property.Name}' must be one of {string.Join(", ", allowed.Values)}.");
    }

    private static bool IsRequired(JsonPropertyInfo property) =>
        property.IsRequired || property.AssociatedParameter is { HasDefaultValue: false, IsNullable: false };

    private static JsonPropertyInfo? Find(JsonTypeInfo type, string name) => type.Properties.FirstOrDefault(property => property.Name == name);

    private static string Names(JsonTypeInfo type) => string.Join(", ", type.Properties.Select(property => property.Name));

    private static T? Attribute<T>(JsonPropertyInfo property)
        where T : Attribute => property.AttributeProvider?.GetCustomAttributes(typeof(T), inherit: true).FirstOrDefault() as T;
}
