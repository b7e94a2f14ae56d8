using System.Text;
using System.Text.Json;
using FlowEngine.Conversations;

namespace FlowEngine.Nodes.Common.Tools;

/// <summary>What a tool answers the model.</summary>
/// <param name="Json">An object; of a call that could not be run, with <c>error</c> and <c>message</c>.</param>
/// <param name="Fault">Null where the tool ran.</param>
internal sealed record ToolAnswer(string Json, string? Fault)
{
    public static ToolAnswer Of(Value value) => new(Write(value), null);

    public static ToolAnswer Refuse(string fault, string message) =>
        new(Write(Value.Object(("error", Value.Of(fault)), ("message", Value.Of(message)))), fault);

    public static ToolAnswer BadArguments(string message) => Refuse("bad_arguments", message);

    /// <summary>Letters as they are: escaped, they are several tokens each.</summary>
    private static string Write(Value value)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, RelaxedJson.Writing))
        {
            value.WriteTo(writer);
        }

        return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }
}
