using System.Text.Json.Nodes;
using FlowEngine.Drawflow;
using FsCheck;
using FsCheck.Fluent;

namespace FlowEngine.Tests.Running;

/// <summary>
/// Well-formed flows over the test node types. Node i leads to nodes behind it, sometimes back to one before it, sometimes by a jump or
/// through a module, so there are chains, branches, loops, waits and sub-flows in any mixture.
/// </summary>
internal static class GeneratedFlow
{
    private const int MaxNodes = 12;

    /// <summary>One number a choice; the same numbers make the same flow.</summary>
    public static Gen<string> Any { get; } =
        from nodes in Gen.Choose(1, MaxNodes)
        from modules in Gen.Choose(0, 2)
        from choices in Gen.Choose(0, 10_000).ListOf(6 * MaxNodes * 3)
        select Build(nodes, modules, new Queue<int>(choices));

    public static Gen<IReadOnlyList<string?>> Messages { get; } =
        Gen.Elements<string?>("red", "blue", "no", "chair", "something else", "", null).ListOf()
            .Select(messages => (IReadOnlyList<string?>)[.. messages.Take(8)]);

    private static string Build(int nodes, int modules, Queue<int> choices)
    {
        var builder = new DrawflowBuilder();
        AddModule(builder, "h", nodes, modules, choices);
        for (var module = 1; module <= modules; module++)
        {
            // A module calls only those after it, so no flow calls itself without end; a loop of calls meets a limit elsewhere.
            builder.Module($"M{module}");
            AddModule(builder, $"m{module}_", 1 + (nodes / 2), module < modules ? modules : 0, choices, module);
        }

        return builder.Build().ToJson();
    }

    private static void AddModule(DrawflowBuilder builder, string prefix, int nodes, int modules, Queue<int> choices, int own = 0)
    {
        builder.Node($"{prefix}start", "welcome").Connect($"{prefix}start", 1, $"{prefix}0");
        for (var i = 0; i < nodes; i++)
        {
            var next = i + 1 < nodes ? $"{prefix}{i + 1}" : $"{prefix}end";
            var other = Other(prefix, i, nodes, choices.Dequeue());
            Add(builder, $"{prefix}{i}", next, other, choices, modules > own ? $"#M{own + 1 + (choices.Dequeue() % (modules - own))}" : null);
        }

        builder.Node($"{prefix}end", "end", new JsonObject { ["reset"] = choices.Dequeue() % 5 == 0 }, outputs: 0);
    }

    /// <summary>Some node of the module, before or behind; or its end.</summary>
    private static string Other(string prefix, int i, int nodes, int choice) =>
        choice % 3 == 0 ? $"{prefix}end" : $"{prefix}{(choice % 2 == 0 ? choice % (i + 1) : Math.Min(nodes - 1, i + 1))}";

    private static void Add(DrawflowBuilder builder, string id, string next, string other, Queue<int> choices, string? module)
    {
        var (type, data, targets) = Choose(id, next, other, choices.Dequeue(), choices.Dequeue(), module);
        builder.Node(id, type, data, outputs: targets.Length);
        for (var port = 0; port < targets.Length; port++)
        {
            if (targets[port] is { } target)
            {
                builder.Connect(id, port + 1, target);
            }
        }
    }

    private static (string Type, JsonObject Data, string?[] Targets) Choose(
        string id, string next, string other, int type, int detail, string? module) => (type % 11) switch
        {
            0 => ("say", new() { ["content"] = $"at {id} ", ["show"] = "tag" }, [next]),
            1 => ("ask", new() { ["key"] = $"k{detail % 3}", ["refuse"] = "no", ["scope"] = Scope(detail), ["timeout_minutes"] = 1 },
                [next, detail % 2 == 0 ? other : null, detail % 3 == 0 ? other : null]),
            2 => ("choose", Cases(detail), [next, other, detail % 4 == 0 ? null : next]),
            3 => ("boom", new() { ["on_error"] = detail % 3 == 0 ? "continue" : "port" }, [next, detail % 4 == 0 ? null : other]),
            4 => ("lead", new() { ["name"] = id }, [next]),
            5 => ("mark", [], [next]),
            6 => ("find", [], [next, detail % 2 == 0 ? other : null]),
            7 => ("ask", new() { ["key"] = "tag", ["timeout_minutes"] = 1 }, [next]),
            8 when module is not null => ("call", new()
            {
                ["flow"] = module,
                ["inputs"] = new JsonObject { ["tag"] = "tag" },
                ["outputs"] = new JsonObject { ["k0"] = "back" },
            }, [next, detail % 2 == 0 ? other : null]),
            9 => ("set", new() { ["name"] = "made", ["from"] = "message", ["wraps"] = detail % 3, ["scope"] = Scope(detail) }, [next]),
            _ => ("set", new() { ["name"] = "tag", ["from"] = "session.tag", ["scope"] = "conversation" }, [next]),
        };

    private static JsonObject Cases(int detail) => new()
    {
        ["cases"] = new JsonArray(
            new JsonObject { ["word"] = "red", ["port"] = detail % 2 == 0 ? "output_1" : "output_2" },
            new JsonObject { ["word"] = "blue", ["port"] = detail % 2 == 0 ? "output_2" : "output_1" }),
        ["default_port"] = "output_3",
    };

    private static string Scope(int detail) => detail % 2 == 0 ? "walk" : "conversation";
}
