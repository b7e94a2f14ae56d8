using System.ComponentModel.DataAnnotations;
using System.Reflection;

namespace FlowEngine.Hosting.ServiceSettings;

/// <summary>Holds each bound setting against its attributes, and each section against its own rules.</summary>
internal static class SettingsValues
{
    public static IEnumerable<SettingFault> Find(object options, string path)
    {
        var faults = new List<SettingFault>();
        foreach (var property in SettingKinds.Of(options.GetType()).Values)
        {
            var (key, value) = ($"{path}:{property.Name}", property.GetValue(options));
            if (SettingKinds.IsSection(property.PropertyType))
            {
                faults.AddRange(value is null ? [] : Find(value, key));
                continue;
            }

            faults.AddRange(property.GetCustomAttributes<ValidationAttribute>()
                .Where(rule => !rule.IsValid(value))
                .Select(rule => new SettingFault(key, What(rule, property))));
        }

        if (faults.Count == 0 && options is IValidatableObject own)
        {
            faults.AddRange(own.Validate(new ValidationContext(options))
                .Select(result => new SettingFault($"{path}:{result.MemberNames.FirstOrDefault()}", result.ErrorMessage ?? "")));
        }

        return faults;
    }

    private static string What(ValidationAttribute rule, PropertyInfo property) => rule switch
    {
        RangeAttribute => $"is {SettingKinds.OutOfRange}: give {SettingKinds.Expected(property)}.",
        RequiredAttribute => $"is empty: give {SettingKinds.Expected(property)}.",
        StringLengthAttribute length => $"has too few or too many characters: give {length.MinimumLength} to {length.MaximumLength}.",
        _ => rule.FormatErrorMessage(property.Name),
    };
}
