using FlowEngine.Conversations;
using FsCheck;
using FsCheck.Fluent;

namespace FlowEngine.Tests.Conversations;

internal static class Values
{
    private static readonly string[] s_texts = ["", "a", "1", "true", "ğüş İı", "\"\\\n\u0001", "😀", "a.b"];

    private static readonly Gen<Value> s_flat = Gen.OneOf(
        Gen.Constant(Value.Null),
        Gen.Elements(s_texts).Select(text => Value.Of(text)),
        Gen.Choose(-1_000_000, 1_000_000).Select(number => Value.Of(number / 100m)),
        Gen.Elements(true, false).Select(flag => Value.Of(flag)));

    public static Gen<Value> Any { get; } = Gen.Sized(size => OfDepth(Math.Min(3, size)));

    public static Gen<IReadOnlyDictionary<string, Value>> Variables { get; } =
        Gen.Zip(Gen.Elements("a", "b", "products", "x_1"), Any).ListOf()
            .Select(pairs => (IReadOnlyDictionary<string, Value>)Map(pairs));

    private static Gen<Value> OfDepth(int depth) => depth == 0
        ? s_flat
        : Gen.OneOf(
            s_flat,
            OfDepth(depth - 1).ListOf().Select(items => Value.Of([.. items])),
            Gen.Zip(Gen.Elements(s_texts), OfDepth(depth - 1)).ListOf().Select(pairs => Value.Of(Map(pairs))));

    private static Dictionary<string, Value> Map(IEnumerable<(string Name, Value Value)> pairs)
    {
        var map = new Dictionary<string, Value>(StringComparer.Ordinal);
        foreach (var (name, value) in pairs)
        {
            map[name] = value;
        }

        return map;
    }
}
