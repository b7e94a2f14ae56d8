using System.Collections.Frozen;

namespace FlowEngine.Integrations.Offline;

/// <summary>Units that end the names of attributes: <c>capacity_kg</c>.</summary>
internal static class AttributeUnits
{
    public static FrozenDictionary<string, string> With(params (string Ending, string Unit)[] translated)
    {
        var units = new Dictionary<string, string>
        {
            ["kg"] = "kg", ["g"] = "g", ["mm"] = "mm", ["cm"] = "cm", ["m"] = "m", ["kw"] = "kW", ["w"] = "W", ["kwh"] = "kWh", ["v"] = "V",
            ["a"] = "A", ["ah"] = "Ah", ["l"] = "l", ["kmh"] = "km/h", ["inch"] = "\u2033", ["gb"] = "GB", ["months"] = "months", ["years"] = "years",
            ["hours"] = "hours", ["minutes"] = "minutes", ["percent"] = "%",
        };
        foreach (var (ending, unit) in translated)
        {
            units[ending] = unit;
        }

        return units.ToFrozenDictionary();
    }
}
