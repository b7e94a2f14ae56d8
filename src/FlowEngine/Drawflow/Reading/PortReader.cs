using System.Collections.Immutable;
using System.Text.Json;

namespace FlowEngine.Drawflow.Reading;

internal sealed class PortReader(ProblemList problems)
{
    public static string MemberName(bool output) => output ? "outputs" : "inputs";

    public ImmutableArray<int> Read(string nodeId, JsonElement node, string nodePointer, bool output)
    {
        var pointer = JsonPointer.Append(nodePointer, MemberName(output));
        var member = node.Member(MemberName(output));
        var numbers = new SortedSet<int>();
        foreach (var port in member.IsObject() ? member.EnumerateObject() : default)
        {
            if (PortName.Parse(port.Name, output) is { } number)
            {
                numbers.Add(number);
                continue;
            }

            problems.Add(
                DocumentProblemCode.UnusablePort,
                nodeId,
                JsonPointer.Append(pointer, port.Name),
                $"{Shown.Of(port.Name)} is not the name of a port.",
                $"Name the ports {PortName.Of(output, 1)}, {PortName.Of(output, 2)} and so on.");
        }

        if (member.IsPresent() && !member.IsObject() && !(member.IsArray() && member.GetArrayLength() == 0))
        {
            problems.Add(DocumentProblemCode.UnusablePort, nodeId, pointer, "The ports are not a JSON object.", "Export the flow again.");
        }

        if (numbers.Count > 0 && numbers.Max != numbers.Count)
        {
            problems.Add(
                DocumentProblemCode.PortGap,
                nodeId,
                pointer,
                $"The ports are not numbered from 1 to {numbers.Count}; the editor fails to draw them.",
                "Number them without gaps, at the other ends of their connections too.");
        }

        return [.. numbers];
    }
}
