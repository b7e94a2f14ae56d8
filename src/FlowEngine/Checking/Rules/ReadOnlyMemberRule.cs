using FlowEngine.Conversations;
using FlowEngine.NodeTypes;

namespace FlowEngine.Checking.Rules;

/// <summary>What is read below <c>tenant</c>, <c>message</c> and <c>now</c> exists.</summary>
internal sealed class ReadOnlyMemberRule : ICheckRule
{
    public IEnumerable<Finding> Check(FlowModel model) =>
        from found in model.Parts
        from path in found.Part.Reads
        where IsUnknown(path)
        select Finding.Error(
            "unknown_member",
            found.Node.Id,
            found.Pointer,
            $"{found.Node.Name} reads '{path}', which does not exist.",
            FixFor(path));

    private static bool IsUnknown(VariablePath path) => path.Root switch
    {
        VariableRoot.Tenant => path.Segments.Count > 1 || (path.Segments.Count == 1 && !ReadOnlyMembers.Tenant.Contains(path.Segments[0])),
        VariableRoot.Message or VariableRoot.Now => path.Segments.Count > 0,
        _ => false,
    };

    private static string FixFor(VariablePath path) => path.Root switch
    {
        VariableRoot.Message => "The message is one text: write 'message'.",
        VariableRoot.Now => "The time is one text: write 'now', with the filter date where a part of it is meant.",
        _ => Spelling.Nearest(path.Segments[0], ReadOnlyMembers.Tenant) is { } near
            ? $"Did you mean 'tenant.{near}'?"
            : $"The tenant has {string.Join(", ", ReadOnlyMembers.Tenant.Order(StringComparer.Ordinal))}.",
    };
}
