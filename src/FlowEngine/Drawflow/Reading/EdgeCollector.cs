using System.Runtime.InteropServices;

namespace FlowEngine.Drawflow.Reading;

/// <summary>Makes one edge of what its two ends record.</summary>
internal sealed class EdgeCollector(ProblemList problems, IReadOnlyDictionary<string, DrawflowNode> nodes)
{
    private readonly record struct RecordedEnds(string? OutputPointer, string? InputPointer, int Order);

    public IReadOnlyList<DrawflowEdge> Collect()
    {
        var found = new Dictionary<EdgeKey, RecordedEnds>();
        var orders = new Dictionary<(string, int), int>();
        var records = nodes.Values.SelectMany(n => ConnectionReader.Read(n, atOutput: true))
            .Concat(nodes.Values.SelectMany(n => ConnectionReader.Read(n, atOutput: false)));
        foreach (var record in records)
        {
            if (Accept(record) is not { } edge)
            {
                continue;
            }

            ref var ends = ref CollectionsMarshal.GetValueRefOrAddDefault(found, edge, out var known);
            if (!known)
            {
                ref var order = ref CollectionsMarshal.GetValueRefOrAddDefault(orders, (edge.SourceId, edge.OutputPort), out _);
                ends = new RecordedEnds(null, null, order++);
            }

            ends = Add(ends, record, edge);
        }

        return [.. found.Select(pair => ToEdge(pair.Key, pair.Value))];
    }

    private EdgeKey? Accept(ConnectionRecord record)
    {
        if (record.Edge is not { } edge)
        {
            var member = ConnectionRecord.MemberName(record.AtOutput);
            problems.Add(
                DocumentProblemCode.UnreadableConnection,
                record.OwnerId,
                record.Pointer,
                "The connection can't be read.",
                $"Here it must have `node` and `{member}`, which names an {(record.AtOutput ? "input" : "output")} port of that node.");
            return null;
        }

        if (record.HasNumericReference)
        {
            problems.Add(
                DocumentProblemCode.NumericReference,
                record.OwnerId,
                JsonPointer.Append(record.Pointer, "node"),
                "The connection refers to a node by a number; the editor then deletes the wrong connections.",
                "Repair the document: the reference becomes a text.",
                [JsonPatchOperation.Replace(JsonPointer.Append(record.Pointer, "node"), record.AtOutput ? edge.TargetId : edge.SourceId)]);
        }

        return IsBetweenPorts(edge, record) ? edge : null;
    }

    private bool IsBetweenPorts(EdgeKey edge, ConnectionRecord record)
    {
        var otherId = record.AtOutput ? edge.TargetId : edge.SourceId;
        if (!nodes.TryGetValue(otherId, out var other))
        {
            problems.Add(
                DocumentProblemCode.DanglingNode,
                record.OwnerId,
                JsonPointer.Append(record.Pointer, "node"),
                $"The connection leads to the node {Shown.Of(otherId)}, which its module does not have.",
                "Draw it again, or repair the document: the connection is dropped.");
            return false;
        }

        var (ports, port) = record.AtOutput ? (other.Inputs, edge.InputPort) : (other.Outputs, edge.OutputPort);
        // A node without any port on that side was written by hand: the port is known, and so is the missing end.
        if (!ports.IsEmpty && ports.AsSpan().BinarySearch(port) < 0)
        {
            problems.Add(
                DocumentProblemCode.DanglingPort,
                record.OwnerId,
                JsonPointer.Append(record.Pointer, ConnectionRecord.MemberName(record.AtOutput)),
                $"The node {Shown.Of(otherId)} has no port {PortName.Of(output: !record.AtOutput, port)}.",
                "Draw it again, or repair the document: the connection is dropped.");
            return false;
        }

        return true;
    }

    private RecordedEnds Add(RecordedEnds ends, ConnectionRecord record, EdgeKey edge)
    {
        if ((record.AtOutput ? ends.OutputPointer : ends.InputPointer) is not null)
        {
            problems.Add(
                DocumentProblemCode.DuplicateConnection,
                record.OwnerId,
                record.Pointer,
                $"The connection {edge.Shown()} is recorded twice.",
                "Repair the document: one is kept.",
                [JsonPatchOperation.Remove(record.Pointer)]);
            return ends;
        }

        return record.AtOutput ? ends with { OutputPointer = record.Pointer } : ends with { InputPointer = record.Pointer };
    }

    private DrawflowEdge ToEdge(EdgeKey key, RecordedEnds ends)
    {
        var kind = (ends.OutputPointer, ends.InputPointer) switch
        {
            (not null, not null) => EdgeEnds.Both,
            (not null, null) => nodes[key.TargetId].HasImpliedInputs ? EdgeEnds.Implied : EdgeEnds.OutputOnly,
            _ => EdgeEnds.InputOnly,
        };
        if (kind is EdgeEnds.OutputOnly or EdgeEnds.InputOnly)
        {
            var atOutput = kind == EdgeEnds.InputOnly;
            problems.Add(
                DocumentProblemCode.OneEndedConnection,
                kind == EdgeEnds.OutputOnly ? key.SourceId : key.TargetId,
                ends.OutputPointer ?? ends.InputPointer!,
                $"The connection {key.Shown()} is recorded at its {(kind == EdgeEnds.OutputOnly ? "source" : "target")} only and is not followed.",
                "Draw it again, or repair the document: the other end is added.",
                [MissingEnd.Add(nodes[atOutput ? key.SourceId : key.TargetId], key, atOutput)]);
        }

        return new DrawflowEdge(key.SourceId, key.OutputPort, key.TargetId, key.InputPort, kind, ends.Order);
    }
}
