using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ReviewPortal.Infrastructure.Store.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class WhatAnAppealIsAgainst : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateOnly>(
                name: "FileBy",
                table: "Appeals",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "Letter",
                table: "Appeals",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_Appeals_Letter",
                table: "Appeals",
                column: "Letter");

            migrationBuilder.AddForeignKey(
                name: "FK_Appeals_Letters_Letter",
                table: "Appeals",
                column: "Letter",
                principalTable: "Letters",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_Appeals_Letters_Letter",
                table: "Appeals");

            migrationBuilder.DropIndex(
                name: "IX_Appeals_Letter",
                table: "Appeals");

            migrationBuilder.DropColumn(
                name: "FileBy",
                table: "Appeals");

            migrationBuilder.DropColumn(
                name: "Letter",
                table: "Appeals");
        }
    }
}
