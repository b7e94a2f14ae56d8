using System.Text.Json;
using FlowEngine.Chat.Refusals;
using Microsoft.OpenApi;

namespace FlowEngine.Api.Bodies;

/// <summary>What a member of a body must be beyond its type. It says what is wrong, and the OpenAPI document what is right.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal abstract class BodyRuleAttribute : Attribute
{
    /// <summary>The error's code where the member is needed and missing.</summary>
    public string Missing { get; init; } = "missing";

    /// <param name="value">Never null.</param>
    public abstract IEnumerable<FieldError> Faults(string pointer, string name, JsonElement value);

    /// <summary>Adds what the rule demands to the member's schema.</summary>
    public virtual void Describe(OpenApiSchema schema)
    {
    }
}
