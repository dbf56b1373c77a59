using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ReviewPortal.Infrastructure.Store.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class EnrolmentProposedByTwo : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "CoSignedAt",
                table: "TerminationProposals",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "CoSignedBy",
                table: "TerminationProposals",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "CoSignedByName",
                table: "TerminationProposals",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<Guid>(
                name: "ProposedBy",
                table: "TerminationProposals",
                type: "TEXT",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "CoSignedAt",
                table: "TerminationProposals");

            migrationBuilder.DropColumn(
                name: "CoSignedBy",
                table: "TerminationProposals");

            migrationBuilder.DropColumn(
                name: "CoSignedByName",
                table: "TerminationProposals");

            migrationBuilder.DropColumn(
                name: "ProposedBy",
                table: "TerminationProposals");
        }
    }
}
