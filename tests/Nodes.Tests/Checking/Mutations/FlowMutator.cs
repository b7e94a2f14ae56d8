using System.Text.Json.Nodes;

namespace FlowEngine.Nodes.Tests.Checking.Mutations;

/// <summary>Changes one thing of a flow, as a slip of its author would.</summary>
internal sealed class FlowMutator(Random random)
{
    private static readonly string[] s_operators =
        ["equals", "not_equals", "contains", "starts_with", "gt", "lt", "is_set", "is_empty", "has_keyword"];

    /// <returns>What was changed; null where the chosen change does not apply.</returns>
    public string? Mutate(FlowSketch flow)
    {
        var node = Any(flow.Nodes);
        return random.Next(13) switch
        {
            0 => DropEdge(node),
            1 or 2 => Rewire(flow, node),
            3 => Delete(flow, node),
            4 => SwapPorts(node),
            5 => DropLastPort(node),
            6 => EmptyText(node),
            7 => Rename(node),
            8 => DropMember(node),
            9 => ChangeTest(node),
            10 => ChangeNumber(node),
            11 => ChangeFlag(node),
            _ => ChangeScope(node),
        };
    }

    private T Any<T>(IReadOnlyList<T> items) => items[random.Next(items.Count)];

    private string? DropEdge(SketchedNode node)
    {
        if (node.Outputs.Count == 0)
        {
            return null;
        }

        var port = random.Next(node.Outputs.Count);
        node.Outputs[port] = null;
        return $"{node.Id}: output_{port + 1} dropped";
    }

    private string? Rewire(FlowSketch flow, SketchedNode node)
    {
        if (node.Outputs.Count == 0)
        {
            return null;
        }

        var port = random.Next(node.Outputs.Count);
        node.Outputs[port] = Any(flow.Nodes.Where(other => other.Module == node.Module).ToList()).Id;
        return $"{node.Id}: output_{port + 1} to {node.Outputs[port]}";
    }

    /// <summary>What led to it leads to what followed it.</summary>
    private static string Delete(FlowSketch flow, SketchedNode node)
    {
        var next = node.Outputs.FirstOrDefault(target => target is not null && target != node.Id);
        flow.Nodes.Remove(node);
        foreach (var other in flow.Nodes)
        {
            for (var i = 0; i < other.Outputs.Count; i++)
            {
                other.Outputs[i] = other.Outputs[i] == node.Id ? next : other.Outputs[i];
            }
        }

        flow.Start = flow.Start == node.Id ? next ?? "" : flow.Start;
        return $"{node.Id}: deleted";
    }

    private string? SwapPorts(SketchedNode node)
    {
        if (node.Outputs.Count < 2)
        {
            return null;
        }

        var first = random.Next(node.Outputs.Count - 1);
        (node.Outputs[first], node.Outputs[first + 1]) = (node.Outputs[first + 1], node.Outputs[first]);
        return $"{node.Id}: output_{first + 1} and the next one swapped";
    }

    private static string? DropLastPort(SketchedNode node)
    {
        if (node.Outputs.Count < 2)
        {
            return null;
        }

        node.Outputs.RemoveAt(node.Outputs.Count - 1);
        return $"{node.Id}: the last port dropped";
    }

    private string? EmptyText(SketchedNode node)
    {
        string[] texts = ["content", "prompt", "welcome_message", "retry_prompt", "system_prompt", "closing_message"];
        var there = texts.Where(node.Data.ContainsKey).ToList();
        if (there.Count == 0)
        {
            return null;
        }

        var name = Any(there);
        node.Data[name] = random.Next(2) == 0 ? "" : " ";
        return $"{node.Id}: '{name}' emptied";
    }

    /// <summary>Of a variable, wherever it stands in this node.</summary>
    private string? Rename(SketchedNode node)
    {
        string[] names = ["name", "email", "phone", "call_day", "interest", "lead_email", "lead_phone", "caller_name"];
        var text = node.Data.ToJsonString();
        var there = names.Where(name => text.Contains(name, StringComparison.Ordinal)).ToList();
        if (there.Count == 0)
        {
            return null;
        }

        var renamed = Any(there);
        var changed = JsonNode.Parse(text.Replace(renamed, $"{renamed}x", StringComparison.Ordinal))!.AsObject();
        node.Data.Clear();
        foreach (var (member, value) in changed.ToList())
        {
            node.Data[member] = value?.DeepClone();
        }

        return $"{node.Id}: '{renamed}' renamed";
    }

    private string? DropMember(SketchedNode node)
    {
        if (node.Data.Count == 0)
        {
            return null;
        }

        var name = Any(node.Data.Select(member => member.Key).ToList());
        node.Data.Remove(name);
        return $"{node.Id}: '{name}' dropped";
    }

    private string? ChangeTest(SketchedNode node)
    {
        if (!node.Data.ContainsKey("op"))
        {
            return null;
        }

        node.Data["op"] = Any(s_operators);
        node.Data["right"] = random.Next(2) == 0 ? "price" : 5;
        node.Data["left"] = Any(["message", "walk.category", "walk.intent", "conversation.name", "walk.nothing"]);
        return $"{node.Id}: {node.Data["left"]} {node.Data["op"]} {node.Data["right"]}";
    }

    private string? ChangeNumber(SketchedNode node)
    {
        var numbers = node.Data.Where(member => member.Value?.GetValueKind() == System.Text.Json.JsonValueKind.Number).Select(member => member.Key).ToList();
        if (numbers.Count == 0)
        {
            return null;
        }

        var name = Any(numbers);
        node.Data[name] = Any([0, 1, 2, 5, 50]);
        return $"{node.Id}: '{name}' is {node.Data[name]}";
    }

    private string? ChangeFlag(SketchedNode node)
    {
        var flags = node.Data.Where(member => member.Value?.GetValueKind() is System.Text.Json.JsonValueKind.True or System.Text.Json.JsonValueKind.False)
            .Select(member => member.Key).ToList();
        if (flags.Count == 0)
        {
            return null;
        }

        var name = Any(flags);
        node.Data[name] = !node.Data[name]!.GetValue<bool>();
        return $"{node.Id}: '{name}' is {node.Data[name]}";
    }

    private string? ChangeScope(SketchedNode node)
    {
        if (node.Type is not ("collect_data" or "set_variable"))
        {
            return null;
        }

        node.Data["scope"] = node.Data["scope"]?.GetValue<string>() == "walk" ? "conversation" : "walk";
        return $"{node.Id}: the scope is {node.Data["scope"]}";
    }
}
