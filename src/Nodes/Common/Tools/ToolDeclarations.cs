using System.Text.Json;
using FlowEngine.Conversations;
using Microsoft.Extensions.AI;

namespace FlowEngine.Nodes.Common.Tools;

/// <summary>What the model is told of each tool.</summary>
internal static class ToolDeclarations
{
    private static readonly AIFunctionDeclaration s_searchProducts = Declare(
        ModelTools.SearchProducts,
        "Searches the shop's catalogue by words of names, numbers, categories and descriptions. Gives products with price and stock.",
        """
        {
          "type": "object",
          "properties": {
            "query": { "type": "string", "description": "A few words, in the customer's language." },
            "limit": { "type": "integer", "minimum": 1, "maximum": 10, "description": "Products at most; 5 by default." }
          },
          "required": ["query"],
          "additionalProperties": false
        }
        """);

    private static readonly AIFunctionDeclaration s_getProduct = Declare(
        ModelTools.GetProduct,
        "Gives one product of the shop's catalogue with price, stock and attributes.",
        """
        {
          "type": "object",
          "properties": { "product": { "type": "string", "description": "The product's number (sku) or its name." } },
          "required": ["product"],
          "additionalProperties": false
        }
        """);

    private static readonly AIFunctionDeclaration s_searchKnowledge = Declare(
        ModelTools.SearchKnowledge,
        "Searches the shop's documents: delivery, returns, warranty, services and the like.",
        """
        {
          "type": "object",
          "properties": { "query": { "type": "string", "description": "The question, in the customer's language." } },
          "required": ["query"],
          "additionalProperties": false
        }
        """);

    private static readonly AIFunctionDeclaration s_saveLead = Declare(
        ModelTools.SaveLead,
        "Keeps the customer's contact details so that the shop gets back to them. Only what the customer wrote, and only if they want to be contacted.",
        """
        {
          "type": "object",
          "properties": {
            "name": { "type": "string" },
            "email": { "type": "string" },
            "phone": { "type": "string" },
            "note": { "type": "string", "description": "What the customer wants, in a sentence." }
          },
          "additionalProperties": false
        }
        """);

    public static AIFunctionDeclaration Of(AnswerTool tool) => tool switch
    {
        AnswerTool.SearchProducts => s_searchProducts,
        AnswerTool.GetProduct => s_getProduct,
        AnswerTool.SearchKnowledge => s_searchKnowledge,
        _ => s_saveLead,
    };

    private static AIFunctionDeclaration Declare(string name, string description, string schema)
    {
        using var document = JsonDocument.Parse(schema);
        return AIFunctionFactory.CreateDeclaration(name, description, document.RootElement.Clone(), null);
    }
}
