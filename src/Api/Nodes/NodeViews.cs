using System.Text.Json;
using System.Text.Json.Serialization;
using FlowEngine.Api.OpenApi;

namespace FlowEngine.Api.Nodes;

/// <summary>A text in the languages of the designer.</summary>
/// <param name="En">English.</param>
/// <param name="Tr">Turkish.</param>
public sealed record DesignerText(string En, string Tr);

/// <summary>A node type that the tenant may use, with all that a designer's palette and forms show of it.</summary>
/// <param name="Ports">Those that do not depend on the configuration.</param>
/// <param name="HasConfiguredPorts">The ports follow from the configuration: <paramref name="ConfiguredBy"/> says where.</param>
/// <param name="Fields">The form, in its order. A member of the schema that is not here is deprecated.</param>
/// <param name="Schema">JSON Schema of the node's <c>data</c>.</param>
public sealed record NodeView(
    string Name,
    NodeGroup Category,
    DesignerText Title,
    string Summary,
    DesignerText Description,
    IReadOnlyList<NodePortView> Ports,
    bool HasConfiguredPorts,
    IReadOnlyList<ConfiguredPortView> ConfiguredBy,
    IReadOnlyList<NodeFieldView> Fields,
    [property: AnyObject] JsonElement Schema,
    IReadOnlyList<string> Reads,
    IReadOnlyList<string> Sets,
    NodeEffect Effect,
    bool Waits,
    bool CallsOut);

/// <param name="Output">The N of <c>output_N</c>.</param>
/// <param name="Optional">Need not be connected.</param>
public sealed record NodePortView(string Name, int Output, bool Optional, DesignerText Label);

/// <summary>Where a configuration names outputs.</summary>
/// <param name="Port">JSON pointer into the node's <c>data</c> to a text such as <c>output_2</c>; <c>*</c> stands for each entry of a list.</param>
/// <param name="LabelFrom">JSON pointer to what the port is called after, with <c>*</c> for the same entry; null where <paramref name="Label"/> says it.</param>
public sealed record ConfiguredPortView(string Port, string? LabelFrom, DesignerText? Label);

/// <summary>A field of the form.</summary>
/// <param name="Pointer">JSON pointer into the node's <c>data</c>; empty: all of it.</param>
/// <param name="Help">Null where the title says enough.</param>
public sealed record NodeFieldView(
    string Pointer, DesignerText Title, DesignerText? Help, FieldGroup Group, int Order, FieldWidget Widget, bool Required);

[JsonConverter(typeof(JsonStringEnumConverter<NodeGroup>))]
public enum NodeGroup
{
    [JsonStringEnumMemberName("common")]
    Common,

    [JsonStringEnumMemberName("shop")]
    Shop,

    [JsonStringEnumMemberName("integration")]
    Integration,
}

[JsonConverter(typeof(JsonStringEnumConverter<NodeEffect>))]
public enum NodeEffect
{
    [JsonStringEnumMemberName("none")]
    None,

    /// <summary>A row that commits with the turn.</summary>
    [JsonStringEnumMemberName("stored")]
    Stored,

    /// <summary>A call outside.</summary>
    [JsonStringEnumMemberName("external")]
    External,
}

[JsonConverter(typeof(JsonStringEnumConverter<FieldGroup>))]
public enum FieldGroup
{
    /// <summary>Always shown.</summary>
    [JsonStringEnumMemberName("basic")]
    Basic,

    /// <summary>Shown on demand.</summary>
    [JsonStringEnumMemberName("more")]
    More,
}
