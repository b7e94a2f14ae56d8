using System.Collections;
using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Numerics;
using System.Reflection;
using Microsoft.Extensions.Configuration;

namespace FlowEngine.Hosting.ServiceSettings;

/// <summary>What a setting may hold, and what it holds, in words.</summary>
internal static class SettingKinds
{
    public const string OutOfRange = "out of range";

    private const string WholeNumber = "a whole number";

    /// <summary>The members of an options class that configuration can set.</summary>
    public static IReadOnlyDictionary<string, PropertyInfo> Of(Type options) => options.GetProperties()
        .Where(property => property.SetMethod is { IsPublic: true })
        .ToDictionary(property => property.Name, StringComparer.OrdinalIgnoreCase);

    /// <summary>A class with settings of its own.</summary>
    public static bool IsSection(Type type) => type.IsClass && type.Name.EndsWith("Options", StringComparison.Ordinal);

    /// <summary>Names that somebody else chooses: any is right.</summary>
    public static bool IsOpen(Type type) => type == typeof(IConfigurationSection);

    /// <summary>The class of sections that somebody else names; null where the setting does not hold such sections.</summary>
    public static Type? SectionByName(Type type) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Dictionary<,>) && IsSection(type.GenericTypeArguments[1])
            ? type.GenericTypeArguments[1]
            : null;

    public static bool IsList(Type type) =>
        type != typeof(string) && typeof(IEnumerable).IsAssignableFrom(type) && !IsOpen(type) && SectionByName(type) is null;

    /// <summary>Whether the configuration binder can make a value of this type from the text.</summary>
    public static bool Converts(Type type, string text)
    {
        try
        {
            _ = TypeDescriptor.GetConverter(Nullable.GetUnderlyingType(type) ?? type).ConvertFromInvariantString(text);
            return true;
        }
        catch (Exception fault) when (fault is FormatException or ArgumentException or NotSupportedException or OverflowException
            || fault.InnerException is FormatException or OverflowException)
        {
            return false;
        }
    }

    /// <summary>What to give instead, with the range and an example.</summary>
    public static string Expected(PropertyInfo property)
    {
        var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        return type == typeof(bool) ? "true or false"
            : IsList(type) ? $"a list: [\"...\"] in JSON, {property.Name}__0=... in the environment"
            : IsOpen(type) ? "names with a text each"
            : SectionByName(type) is { } named ? $"sections by name, each with {string.Join(", ", Of(named).Keys)}"
            : IsSection(type) ? $"a section with {string.Join(", ", Of(type).Keys)}"
            : IsNumber(type) ? Number(property, type)
            : "text";
    }

    /// <summary>The kind of what is there, without showing it.</summary>
    public static string Given(IConfigurationSection section)
    {
        var children = section.GetChildren().ToList();
        return children.Count > 0
            ? children.TrueForAll(child => int.TryParse(child.Key, NumberStyles.None, CultureInfo.InvariantCulture, out _)) ? "a list" : "a section"
            : section.Value is { } text ? Given(text) : "null";
    }

    /// <summary>What is wrong with a value that cannot be made one of the setting's type.</summary>
    public static string Wrong(IConfigurationSection section, Type type)
    {
        var given = Given(section);
        return given == WholeNumber && IsNumber(Nullable.GetUnderlyingType(type) ?? type) ? OutOfRange : given;
    }

    public static string Number(Type type) => type == typeof(int) || type == typeof(long) ? WholeNumber : "a number";

    private static string Given(string text) => text.Trim() switch
    {
        "" => "empty",
        var value when bool.TryParse(value, out _) => "true or false",
        var value when BigInteger.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _) => WholeNumber,
        var value when double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out _) => "a number with a fraction",
        _ => "text",
    };

    private static bool IsNumber(Type type) => type == typeof(int) || type == typeof(long) || type == typeof(decimal) || type == typeof(double);

    private static string Number(PropertyInfo property, Type type)
    {
        var range = property.GetCustomAttribute<RangeAttribute>() is not { } bounds ? ""
            : Convert.ToDouble(bounds.Maximum, CultureInfo.InvariantCulture) >= long.MaxValue ? $" of {Text(bounds.Minimum)} or more"
            : $" from {Text(bounds.Minimum)} to {Text(bounds.Maximum)}";
        return $"{Number(type)}{range}, such as {Text(property.GetValue(Activator.CreateInstance(property.DeclaringType!)))}";
    }

    private static string? Text(object? value) => Convert.ToString(value, CultureInfo.InvariantCulture);
}
