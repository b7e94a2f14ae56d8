using System.Text.Json.Serialization;

namespace FlowEngine.Api.Nodes;

/// <summary>What a field is edited with.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<FieldWidget>))]
public enum FieldWidget
{
    /// <summary>One line.</summary>
    [JsonStringEnumMemberName("line")]
    Line,

    /// <summary>A template in one language or in several.</summary>
    [JsonStringEnumMemberName("text")]
    Text,

    /// <summary>A template in one language.</summary>
    [JsonStringEnumMemberName("template")]
    Template,

    [JsonStringEnumMemberName("toggle")]
    Toggle,

    [JsonStringEnumMemberName("number")]
    Number,

    /// <summary>One of the schema's <c>enum</c>.</summary>
    [JsonStringEnumMemberName("select")]
    Select,

    /// <summary>Several words or several of the items' <c>enum</c>.</summary>
    [JsonStringEnumMemberName("chips")]
    Chips,

    /// <summary>Templates one below the other.</summary>
    [JsonStringEnumMemberName("texts")]
    Texts,

    /// <summary>A text, number, yes or no, list or JSON.</summary>
    [JsonStringEnumMemberName("value")]
    Value,

    /// <summary>A regular expression.</summary>
    [JsonStringEnumMemberName("pattern")]
    Pattern,

    /// <summary>The name of a variable.</summary>
    [JsonStringEnumMemberName("variable")]
    Variable,

    /// <summary>Entries of <c>name</c> and <c>value</c>, one below the other.</summary>
    [JsonStringEnumMemberName("rows")]
    Rows,

    /// <summary>Names and values of an object.</summary>
    [JsonStringEnumMemberName("key_value")]
    KeyValue,

    [JsonStringEnumMemberName("condition")]
    Condition,

    /// <summary>Conditions, each with an output of its own.</summary>
    [JsonStringEnumMemberName("cases")]
    Cases,

    /// <summary>Intents with their keywords, each with an output of its own.</summary>
    [JsonStringEnumMemberName("intents")]
    Intents,

    /// <summary>Values and labels.</summary>
    [JsonStringEnumMemberName("choices")]
    Choices,

    [JsonStringEnumMemberName("assignments")]
    Assignments,

    [JsonStringEnumMemberName("cards")]
    Cards,

    [JsonStringEnumMemberName("links")]
    Links,

    /// <summary>An output of the node.</summary>
    [JsonStringEnumMemberName("port")]
    Port,

    /// <summary>Another node of the module.</summary>
    [JsonStringEnumMemberName("node")]
    Node,

    /// <summary>A flow of the tenant or a module of the document.</summary>
    [JsonStringEnumMemberName("flow")]
    Flow,

    /// <summary>The name of an AI configuration.</summary>
    [JsonStringEnumMemberName("ai_configuration")]
    AiConfiguration,

    /// <summary>The name of a secret.</summary>
    [JsonStringEnumMemberName("secret")]
    Secret,

    /// <summary>Anything else, as JSON.</summary>
    [JsonStringEnumMemberName("json")]
    Json,
}
