using System.Text.Json;
using FlowEngine.Conversations;
using FlowEngine.Drawflow;

namespace FlowEngine.Checking.Rules;

/// <summary>A flow holds no secret, and names one only where a secret belongs. Texts that no node reads are looked at too.</summary>
internal sealed class SecretRule : ICheckRule
{
    public IEnumerable<Finding> Check(FlowModel model)
    {
        var findings = new List<Finding>();
        var secretNames = model.Parts.Where(found => found.Part.IsSecretName).Select(found => found.Pointer).ToHashSet(StringComparer.Ordinal);
        foreach (var node in model.Modules.SelectMany(module => module.Nodes.Values))
        {
            var pointer = JsonPointer.Append(node.Source.Pointer, "data");
            var told = node.Bound?.Faults.Where(fault => fault.Code == Code).Select(fault => node.Source.ConfigurationPointer + fault.Pointer).ToHashSet() ?? [];
            var place = new Place(node, told, secretNames, findings);
            place.Look(node.Source.Data, pointer, "");
        }

        return findings;
    }

    private const string Code = "secret_in_clear";

    /// <param name="Told">Places that the configuration's own rules have told of.</param>
    /// <param name="Names">Places where a secret is named rightly.</param>
    private sealed record Place(NodeModel Node, HashSet<string> Told, HashSet<string> Names, List<Finding> Findings)
    {
        public void Look(JsonElement json, string pointer, string name)
        {
            switch (json.ValueKind)
            {
                case JsonValueKind.Object:
                    foreach (var member in json.EnumerateObject())
                    {
                        Look(member.Value, JsonPointer.Append(pointer, member.Name), member.Name);
                    }

                    break;
                case JsonValueKind.Array:
                    var index = 0;
                    foreach (var item in json.EnumerateArray())
                    {
                        Look(item, JsonPointer.Append(pointer, index++), name);
                    }

                    break;
                case JsonValueKind.String:
                    LookAt(json.GetString()!, pointer, name);
                    break;
            }
        }

        private void LookAt(string text, string pointer, string name)
        {
            if (Told.Contains(pointer))
            {
                return;
            }

            var isReference = SecretReference.NameOf(text) is not null;
            if (isReference && !Names.Contains(pointer) && Node.Bound?.IsValid == true)
            {
                Findings.Add(Finding.Error(
                    "secret_misplaced",
                    Node.Id,
                    pointer,
                    $"{Node.Name} refers to a secret where none is resolved: '{text}' is used as it stands.",
                    "Use it in a member that takes the name of a secret, or remove it."));
            }
            else if (!isReference && (SecretShapes.In(text) ?? SecretShapes.InNamed(name, text)) is { } what)
            {
                Findings.Add(Finding.Error(
                    Code,
                    Node.Id,
                    pointer,
                    $"{Node.Name} contains {what} in plain text, readable for everyone who can see the flow.",
                    "Remove it, store it as a secret of the tenant, refer to it as secret:NAME, and rotate the exposed one."));
            }
        }
    }
}
