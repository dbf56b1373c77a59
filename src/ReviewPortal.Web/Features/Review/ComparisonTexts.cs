namespace ReviewPortal.Web.Features.Review;

/// <summary>The words of the comparison of both reviews and of reporting a citizen service number; the texts stand in the resource files beside this one.</summary>
public sealed class ComparisonTexts;
