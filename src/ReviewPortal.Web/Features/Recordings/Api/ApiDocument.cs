using System.Text.Json.Nodes;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.AspNetCore.Routing;
using Microsoft.OpenApi;

namespace ReviewPortal.Web.Features.Recordings.Api;

/// <summary>Describes the way in for programs, for whoever writes one: what to send, what comes back, and which scope it takes.</summary>
internal static class ApiDocument
{
    private const string KeyScheme = "supplierKey";

    public static void Describe(OpenApiOptions options)
    {
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new OpenApiInfo
            {
                Title = "ReviewPortal",
                Version = "v1",
                Description = "Delivering recordings and signals of online exams. Recordings are sent with the open protocol tus 1.0.0 (https://tus.io), so that a lost connection costs nothing; "
                    + "signals are sent to a webhook. Both ask for a key, which an administrator of the university makes. Every refusal is problem+json with a code for the program and a sentence for the person behind it, "
                    + "in English, or in Dutch for whoever sends Accept-Language: nl.",
            };
            document.Components ??= new OpenApiComponents();
            document.Components.SecuritySchemes ??= new Dictionary<string, IOpenApiSecurityScheme>(StringComparer.Ordinal);
            document.Components.SecuritySchemes[KeyScheme] = new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.Http, Scheme = "bearer", Description = "The key of a supplier, with the scope that the operation names. It begins with rp_.",
            };
            return Task.CompletedTask;
        });
        options.AddOperationTransformer((operation, context, _) =>
        {
            var name = context.Description.ActionDescriptor.EndpointMetadata.OfType<IEndpointNameMetadata>().LastOrDefault()?.EndpointName;
            if (ApiOperation.Table.FirstOrDefault(row => row.Name == name) is { } row) Describe(operation, row, context.Document!);
            return Task.CompletedTask;
        });
    }

    private static void Describe(OpenApiOperation operation, ApiOperation row, OpenApiDocument document)
    {
        (operation.Summary, operation.Description) = (row.Summary, row.Scope is null ? row.Description : $"{row.Description} Scope: {row.Scope}.");
        if (row.Scope is not null) operation.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(KeyScheme, document)] = [] }];
        operation.Parameters ??= [];
        foreach (var header in row.Headers)
        {
            operation.Parameters.Add(new OpenApiParameter
            {
                Name = header.Name, In = ParameterLocation.Header, Required = header.Required, Description = header.Meaning,
                Schema = new OpenApiSchema { Type = JsonSchemaType.String }, Example = JsonValue.Create(header.Example),
            });
        }

        if (row.Body is { } body)
        {
            var content = new OpenApiMediaType
            {
                Schema = body.Example is null ? new OpenApiSchema { Type = JsonSchemaType.String, Format = "binary" } : new OpenApiSchema { Type = JsonSchemaType.Object | JsonSchemaType.Array },
                Example = body.Example is null ? null : JsonNode.Parse(body.Example),
            };
            operation.RequestBody = new OpenApiRequestBody { Required = body.Required, Content = new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal) { [body.Type] = content } };
        }

        operation.Responses ??= [];
        // What the framework guesses of an answer without a body is not what comes.
        if (row.Answers.All(answer => answer.Status is not 200)) operation.Responses.Remove("200");
        foreach (var answer in row.Answers)
        {
            var status = answer.Status.ToString(System.Globalization.CultureInfo.InvariantCulture);
            if (operation.Responses.TryGetValue(status, out var known)) known.Description = answer.Meaning;
            else operation.Responses[status] = new OpenApiResponse { Description = answer.Meaning };
        }
    }
}
