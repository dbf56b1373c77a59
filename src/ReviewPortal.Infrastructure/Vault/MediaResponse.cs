using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace ReviewPortal.Infrastructure.Vault;

/// <summary>Answers GET and HEAD for a recording: whole, one stretch, or "you have it already". Closes the recording afterwards.</summary>
/// <param name="contentType">By content, never by name.</param>
public sealed class MediaResponse(VirtualRecording recording, string contentType) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        ArgumentNullException.ThrowIfNull(httpContext);
        using (recording)
        {
            SetHeaders(httpContext.Response.Headers);
            if (HasItAlready(httpContext.Request))
                httpContext.Response.StatusCode = StatusCodes.Status304NotModified;
            else
                await AnswerAsync(httpContext, Asked(httpContext.Request));
        }
    }

    private void SetHeaders(IHeaderDictionary headers)
    {
        headers.ETag = recording.Tag;
        headers.AcceptRanges = "bytes";
        // Asked again each time, with the tag: what a browser keeps must not be shown after somebody signed out.
        headers.CacheControl = "private, no-cache";
        headers.XContentTypeOptions = "nosniff";
    }

    private bool HasItAlready(HttpRequest request)
    {
        var tag = new EntityTagHeaderValue(recording.Tag);
        return request.GetTypedHeaders().IfNoneMatch.Any(held => held.Compare(tag, useStrongComparison: false) || held.Equals(EntityTagHeaderValue.Any));
    }

    // A stretch is defined for GET only; HEAD tells of the whole (RFC 9110, 14.2).
    private RangeRequest Asked(HttpRequest request) => RangeRequest.Parse(
        HttpMethods.IsGet(request.Method) ? request.Headers.Range : default(string?), request.Headers.IfRange, recording.Tag, recording.Length);

    private async Task AnswerAsync(HttpContext context, RangeRequest asked)
    {
        var response = context.Response;
        response.StatusCode = asked.Answer switch
        {
            RangeAnswer.Whole => StatusCodes.Status200OK,
            RangeAnswer.Part => StatusCodes.Status206PartialContent,
            _ => StatusCodes.Status416RangeNotSatisfiable,
        };
        response.ContentLength = asked.Count;
        response.Headers.ContentRange = asked.Answer switch
        {
            RangeAnswer.Whole => default(string?),
            RangeAnswer.Part => string.Create(CultureInfo.InvariantCulture, $"bytes {asked.From}-{asked.From + asked.Count - 1}/{recording.Length}"),
            _ => string.Create(CultureInfo.InvariantCulture, $"bytes */{recording.Length}"),
        };
        if (asked.Answer is RangeAnswer.Unsatisfiable) return;
        response.ContentType = contentType;
        if (!HttpMethods.IsHead(context.Request.Method)) await SendAsync(context, asked);
    }

    private async Task SendAsync(HttpContext context, RangeRequest asked)
    {
        try
        {
            // Once the headers are out, the body writer hands out the memory of the connection itself; before, it would copy.
            await context.Response.StartAsync(context.RequestAborted);
            await recording.CopyRangeAsync(asked.From, asked.Count, context.Response.BodyWriter, context.RequestAborted);
        }
        catch (Exception gone) when (gone is OperationCanceledException or IOException && context.RequestAborted.IsCancellationRequested)
        {
            // The viewer has moved on to another place in the recording, as players do all the time.
        }
    }
}
