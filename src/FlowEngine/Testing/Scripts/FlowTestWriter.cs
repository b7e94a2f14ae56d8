using System.Collections;
using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using FlowEngine.NodeTypes;

namespace FlowEngine.Testing.Scripts;

/// <summary>Writes scripts as people write them: indented, without what is as it would be anyway.</summary>
public static class FlowTestWriter
{
    private static readonly JsonSerializerOptions s_options = new(LenientJson.Options)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { LeaveOutDefaults } },
    };

    public static string Write(FlowTest test) => JsonSerializer.Serialize(test, s_options);

    private static void LeaveOutDefaults(JsonTypeInfo type)
    {
        if (type.Kind != JsonTypeInfoKind.Object || type.Type.GetConstructor(Type.EmptyTypes) is null)
        {
            return;
        }

        var plain = Activator.CreateInstance(type.Type);
        foreach (var property in type.Properties)
        {
            var usual = (property.AttributeProvider as PropertyInfo)?.GetValue(plain);
            property.ShouldSerialize = (_, value) => value is not null and not ICollection { Count: 0 } && !value.Equals(usual);
        }
    }
}
