using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using FlowEngine.Drawflow;
using FlowEngine.Drawflow.Comparing;
using FlowEngine.Support;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace FlowEngine.Tests.Drawflow.Comparing;

[Trait(Rounds.Trait, Rounds.Many)]
public sealed class FlowComparisonPropertyTests
{
    private static readonly Arbitrary<int> s_seeds = Gen.Choose(0, int.MaxValue - 1).ToArbitrary();

    public static TheoryData<string> Mutations => new(FlowMutation.All.Select(mutation => mutation.Name));

    [Fact]
    public void Compare_WithItself_IsEmpty() => ForAnySeed(300, seed =>
        Assert.Empty(FlowComparison.Compare(Read(seed), Read(seed))));

    [Fact]
    public void Compare_WithItselfInAnotherOrder_IsEmpty() => ForAnySeed(300, seed =>
    {
        var json = new GeneratedDocument(seed, oneEnded: true).Json;

        var turned = Turned(JsonNode.Parse(json))!.ToJsonString();

        Assert.Empty(FlowComparison.Compare(Read(json), Read(turned)));
    });

    [Theory]
    [MemberData(nameof(Mutations))]
    public void Compare_WithOneMutation_ReportsItAndNothingElse(string name) => ForAnySeed(60, seed =>
    {
        var mutation = FlowMutation.All.Single(one => one.Name == name);
        var (before, after) = (FlowMutation.Base(seed), FlowMutation.Base(seed));

        mutation.Apply(after);

        Assert.NotEqual((before.Json, before.Start, before.Settings), (after.Json, after.Start, after.Settings));
        Assert.Equal(mutation.Expected, FlowComparison.Compare(before.Read(), after.Read()).Select(FlowMutation.Shown));
    });

    [Fact]
    public void Compare_TheOtherWayRound_IsTheMirrorImage() => ForAnySeed(300, seed =>
    {
        var (one, other) = (Read(seed), Read(seed / 2));

        var there = FlowComparison.Compare(one, other).Select(change => Sides(change, change.Kind, change.Before, change.After));
        var back = FlowComparison.Compare(other, one).Select(change => Sides(change, Mirrored(change), change.After, change.Before));

        Assert.Equal(there.Order(StringComparer.Ordinal), back.Order(StringComparer.Ordinal));
    });

    [Fact]
    public void Compare_FieldsAppliedToTheOldConfiguration_GiveTheNewOne() => ForAnySeed(500, seed =>
    {
        var (before, after) = (Data(new Random(seed), 4), Data(new Random(seed / 3), 4));

        var changes = FlowComparison.Compare(OneNode(before), OneNode(after));

        var patched = Patched(before.DeepClone(), changes);
        Assert.True(JsonNode.DeepEquals(after, patched), $"{before.ToJsonString()}\n{after.ToJsonString()}\n{patched.ToJsonString()}");
        Assert.All(changes, change => Assert.Equal(FlowChangeKind.ConfigurationChanged, change.Kind));
    });

    private static JsonNode Patched(JsonNode root, IReadOnlyList<FlowChange> changes)
    {
        // What is taken away goes from the end, so that the indexes before it hold.
        foreach (var change in changes.Where(change => change.After is not null).Concat(changes.Where(change => change.After is null).Reverse()))
        {
            var names = change.Pointer!.Split('/')[1..].Select(name => name.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal)).ToList();
            var parent = names.SkipLast(1).Aggregate(root, (node, name) => node is JsonArray array ? array[Index(name)]! : node[name]!);
            Put(parent, names[^1], change);
        }

        return root;
    }

    private static void Put(JsonNode parent, string name, FlowChange change)
    {
        var value = change.After is { } after ? JsonNode.Parse(after.GetRawText()) : null;
        switch (parent)
        {
            case JsonArray array when change.After is null:
                array.RemoveAt(Index(name));
                break;
            case JsonArray array when change.Before is null:
                array.Insert(Index(name), value);
                break;
            case JsonArray array:
                array[Index(name)] = value;
                break;
            case JsonObject members when change.After is null:
                members.Remove(name);
                break;
            default:
                parent[name] = value;
                break;
        }
    }

    private static int Index(string name) => int.Parse(name, CultureInfo.InvariantCulture);

    private static JsonObject Data(Random random, int depth)
    {
        var data = new JsonObject();
        foreach (var name in new[] { "a", "b/c", "~", "ü" }.Where(_ => random.Next(3) > 0))
        {
            data[name] = Value(random, depth);
        }

        return data;
    }

    private static JsonNode? Value(Random random, int depth) => (depth == 0 ? 3 : random.Next(6)) switch
    {
        0 => Data(random, depth - 1),
        1 or 2 => new JsonArray([.. Enumerable.Range(0, random.Next(5)).Select(_ => Value(random, depth - 1))]),
        3 => random.Next(3),
        4 => null,
        _ => $"text {random.Next(3)}",
    };

    private static ComparedFlow OneNode(JsonObject data) => new(new DrawflowBuilder().Node("1", "message", data).Build());

    private static ComparedFlow Read(int seed) => Read(new GeneratedDocument(seed, oneEnded: true).Json);

    private static ComparedFlow Read(string json) => new(DrawflowReader.Read(json).Document!);

    private static JsonNode? Turned(JsonNode? node) => node switch
    {
        JsonObject members => new JsonObject(members.Reverse().Select(member => KeyValuePair.Create(member.Key, Turned(member.Value)))),
        JsonArray items => new JsonArray([.. items.Select(Turned)]),
        _ => node?.DeepClone(),
    };

    private static FlowChangeKind Mirrored(FlowChange change) => change.Kind switch
    {
        FlowChangeKind.ModuleAdded => FlowChangeKind.ModuleRemoved,
        FlowChangeKind.ModuleRemoved => FlowChangeKind.ModuleAdded,
        FlowChangeKind.NodeAdded => FlowChangeKind.NodeRemoved,
        FlowChangeKind.NodeRemoved => FlowChangeKind.NodeAdded,
        FlowChangeKind.EdgeAdded => FlowChangeKind.EdgeRemoved,
        FlowChangeKind.EdgeRemoved => FlowChangeKind.EdgeAdded,
        var kind => kind,
    };

    private static string Sides(FlowChange change, FlowChangeKind kind, JsonElement? before, JsonElement? after) =>
        FlowMutation.Shown(change with { Kind = kind }) + $" {before} -> {after}";

    private static void ForAnySeed(int tests, Action<int> property) =>
        Prop.ForAll(s_seeds, property).Check(Config.QuickThrowOnFailure.WithMaxTest(Rounds.Times(tests)));
}
